namespace Trame.Tests.House;

/// <summary>Pages that take a POST from anyone, without a right to check, and why that is meant.</summary>
internal static class PublicForms
{
    public static readonly IReadOnlyDictionary<string, string> WithTheirReason = new Dictionary<string, string>
    {
        ["Trame.Foundation.Ui.StylePage"] = "shows how a refused form looks; it keeps nothing",
    };
}
