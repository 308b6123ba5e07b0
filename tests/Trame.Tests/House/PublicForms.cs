namespace Trame.Tests.House;

/// <summary>Pages that take a POST from anyone, without a right to check, and why that is meant.</summary>
internal static class PublicForms
{
    public static readonly IReadOnlyDictionary<string, string> WithTheirReason = new Dictionary<string, string>
    {
        ["Trame.Foundation.Ui.StylePage"] = "shows how a refused form looks; it keeps nothing",
        ["Trame.Foundation.Ui.BrokenPage"] = "shows that something broke, whatever was being sent",
        ["Trame.Foundation.Ui.StatusPage"] = "shows that a page is missing or closed, whatever was being sent",
        ["Trame.Registers.People.ArrivePage"] = "the secret of the invitation is the right",
        ["Trame.Registers.People.EnterPage"] = "signing in: nobody is anybody yet; attempts are counted",
        ["Trame.Registers.People.SignOutPage"] = "ends one's own session",
        ["Trame.Registers.People.WaysPage"] = "one's own ways in",
        ["Trame.Registers.People.MyDataPage"] = "one's own data",
        ["Trame.Registers.People.LeaveForGoodPage"] = "oneself: leaving needs nobody's leave (R2)",
    };
}
