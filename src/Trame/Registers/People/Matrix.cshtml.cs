namespace Trame.Registers.People;

/// <summary>Who may do what: the very list that the acts obey, for anyone to read.</summary>
public sealed class MatrixPage : PeoplePage
{
    public IReadOnlyList<Foundation.Web.Act> Acts => [.. Rights.All.OrderBy(a => a.Key, StringComparer.Ordinal)];

    public void OnGet() { }

    // A coordinator is also a resident: whoever has an account may do what residents may.
    public static bool May(Foundation.Web.Act act, Role role) =>
        act.Roles.Contains("visitor") || act.Roles.Contains(Foundation.Data.EnumWords.Write(role)) || (role != Role.Visitor && act.Roles.Contains("resident"));
}
