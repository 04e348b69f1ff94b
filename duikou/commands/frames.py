"""`duikou frames`: run the examples of the frames, or show how they read a sentence."""

from __future__ import annotations

from duikou.messages import say
from duikou.screen import Screen
from graph.errors import UsageError


def run_examples(screen: Screen, part: str | None) -> int:
    """Run the examples of all frames, or of those that have `part` in their name; gives the number of failures."""
    from loaders.examples import failure
    from loaders.frames import frames

    chosen = [frame for frame in frames() if part is None or part == frame.relation or part in frame.name]
    if not chosen:
        raise UsageError(f"no frame has '{part}' in its name; see loaders/frames/")
    examples = [(frame, example) for frame in chosen for example in frame.examples]
    failed = 0
    for frame, example in examples:
        problem = failure(frame, example)
        if problem is not None:
            failed += 1
            print(f"{frame.place}\n  {example['text']}\n  {problem}")
    screen.tell("frames.tested", frames=len(chosen), examples=len(examples), failed=failed)
    return failed


def show_reading(screen: Screen, text: str | None) -> None:
    """Show what each frame makes of a text."""
    from loaders.explain import explain

    if not text or not text.strip():
        raise UsageError('a sentence is wanted: duikou frames why "…"')
    found = explain(text)
    lang = screen.lang
    for one in found.sentences:
        print(one.text)
        print(f"  {one.signs}")
        for fit in one.fitted:
            roles = ", ".join(f"{role} = {names}" for role, names in fit.roles)
            print(f"  + {fit.relation}  {fit.frame}: “{fit.words}”  {roles}")
        for miss in one.unfitted:
            print(f"  - {miss.relation}  {miss.frame}: {miss.reason}")
        print()
    print(say(lang, "facts", count=len(found.facts)))
    for fact in found.facts:
        properties = "".join(f"  {name}: {value}" for name, value in fact.properties.items())
        steps = "".join(f"  [{step.kind}: {step.surface} = {step.means}]" for step in fact.proof.because)
        print(
            f"  {fact.subject.name} {fact.relation} {fact.object.name}  {say(lang, f'tier.{fact.proof.tier}')}  {fact.rule}{properties}{steps}"
        )
    print(say(lang, "rejects", count=len(found.rejects)))
    for reject in found.rejects:
        candidate = reject.candidate
        ends = [candidate[end]["name"] if isinstance(candidate.get(end), dict) else "" for end in ("subject", "object")]
        print(f"  {ends[0]} {candidate.get('relation', '')} {ends[1]}: {reject.reason}")
