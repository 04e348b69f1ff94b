"""Pages to look at: each is one file of HTML that needs no network and runs only the scripts it came with."""
