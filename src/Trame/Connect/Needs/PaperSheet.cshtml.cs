using Trame.Foundation.Web;

namespace Trame.Connect.Needs;

/// <summary>A blank sheet for a need, to fill in at a table or at home; typed back at a counter, it counts the same (R3).</summary>
public sealed class PaperSheetPage(HelpKinds kinds) : TramePage
{
    public IReadOnlyList<HelpKind> Kinds { get; private set; } = [];

    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/relier/demander";

    public async Task OnGetAsync(CancellationToken stop) => Kinds = [.. (await kinds.All(stop)).Where(k => !k.IsRetired)];
}
