using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>The proposal on paper: an A4 sheet to fill in by pen, with the address of the same form. Someone at a counter types it back.</summary>
public sealed class SheetPage : TramePage
{
    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/proposer";
}
