"""`python -m duikou` is the same as `duikou`."""

from duikou.cli import main

if __name__ == "__main__":
    main()
