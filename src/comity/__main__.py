"""``python -m comity`` is the command ``comity``."""

from comity.cli import main

if __name__ == "__main__":
    main()
