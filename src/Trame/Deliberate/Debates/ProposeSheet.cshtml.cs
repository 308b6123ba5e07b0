using Trame.Foundation.Web;

namespace Trame.Deliberate.Debates;

/// <summary>The same questions on paper, given back at a counter (R3).</summary>
public sealed class ProposeSheetPage : TramePage
{
    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/debats/proposer";

    public void OnGet()
    {
    }
}
