"""`python -m desk completion`: prints what a shell needs to complete tasks and their options."""

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]

_BASH = """\
_complete_inv_of_the_paper() {{
    COMPREPLY=($(compgen -W "$({inv} --complete -- inv "${{COMP_WORDS[@]:1}}" 2>/dev/null)" -- "$2"))
}}
complete -o default -F _complete_inv_of_the_paper inv ./inv {inv}
"""
_ZSH = f"autoload -Uz compinit bashcompinit && compinit && bashcompinit\n{_BASH}"
_FISH = """\
function __complete_inv_of_the_paper
    {inv} --complete -- inv (commandline --tokenize)[2..] 2>/dev/null
end
complete --command inv --no-files --arguments '(__complete_inv_of_the_paper)'
"""
_SHELLS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
"""What each shell is told. Invoke's own scripts call a program `invoke`, which stands in no path of the user's."""


def completion(arguments: Sequence[str]) -> int:
    """Print the script of a shell; give the exit status."""
    parser = argparse.ArgumentParser("desk completion", description=completion.__doc__)
    parser.add_argument("shell", choices=_SHELLS)
    shell = parser.parse_args(arguments).shell
    sys.stdout.write(_SHELLS[shell].format(inv=shlex.quote(str(ROOT / "inv"))))
    return 0
