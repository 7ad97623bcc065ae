"""``detente resources``."""
import typer
app = typer.Typer(help="The tables of words that the rules read.")
@app.command("list")
def list_tables() -> None:
    """List."""
