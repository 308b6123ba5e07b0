using Trame.Foundation.Data;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Include.Accessibility;

/// <summary>The declaration of accessibility: its state in law, what was looked at, whom to tell.</summary>
public sealed class DeclarationPage(Ledger ledger) : TramePage
{
    public Ledger Ledger => ledger;

    public static bool InFrench => Texts.Language == "fr";

    public void OnGet() { }

    public static string Name(LedgerTheme theme) => InFrench ? theme.French : theme.English;

    /// <summary>« 4.1 à 4.13 », "4.1 to 4.13".</summary>
    public static string Number(Criterion criterion) => InFrench ? criterion.Number : criterion.Number.Replace(" à ", " to ", StringComparison.Ordinal);

    public static string Asks(Criterion criterion) => InFrench ? criterion.French : criterion.English;

    public static string Word(CriterionState state) => Texts.Get($"accessibility.state.{EnumWords.Write(state)}");

    public static string Tag(CriterionState state) => state switch
    {
        CriterionState.Checked => "tag--sage",
        CriterionState.ToDo => "tag--clay",
        _ => "tag--line",
    };

    public static string Day(NodaTime.LocalDate date) => date.PlainDay(System.Globalization.CultureInfo.CurrentCulture);
}
