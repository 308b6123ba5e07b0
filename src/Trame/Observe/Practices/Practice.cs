using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Observe.Practices;

/// <summary>
/// Something done elsewhere, known by its name only: a document names it. What it brought, to whom and at what cost is not known here, so it is not said; a sheet
/// written by those who did it would say it.
/// </summary>
/// <param name="Place">Where, as the document says; empty when it does not.</param>
/// <param name="Country">FR, BE, GB; empty for several countries.</param>
/// <param name="Document">Key of the document that names it.</param>
public sealed record Practice(string Key, InBothLanguages Name, string Place, string Country, string Theme, string Document)
{
    public bool Speaks(string? typed) => FrenchTokens.Holds($"{Name} {Place}", typed);
}
