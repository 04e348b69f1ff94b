// What the graph page takes from sigma.js and graphology, in one file (README.md here).
import EdgeCurveProgram from "@sigma/edge-curve";
import Graph from "graphology";
import Sigma from "sigma";
import { EdgeRectangleProgram, NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";

globalThis.sigmaParts = { Sigma, Graph, NodeProgram, EdgeRectangleProgram, EdgeCurveProgram, floatColor };
