using System.Globalization;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;

namespace Trame.Act.Projects;

/// <summary>How much of a want: money is typed in euros and kept in cents; people, things and premises are whole.</summary>
public static class Quantities
{
    public static long? Read(WantKind kind, string typed) => TypedQuantity.Read(kind == WantKind.Money, typed, Want.Most);

    /// <summary>As a form shows it again.</summary>
    public static string Write(WantKind kind, long quantity) => TypedQuantity.Write(kind == WantKind.Money, quantity);

    /// <summary>« 4 personnes », « 1 200 € ».</summary>
    public static string Say(WantKind kind, long quantity) => kind == WantKind.Money
        ? PlainNumbers.Euros(quantity, CultureInfo.CurrentUICulture)
        : Texts.CountOf(kind is WantKind.Hands or WantKind.Skill ? "projects.quantity.people" : kind == WantKind.Thing ? "projects.quantity.things" : "projects.quantity.premises", quantity);
}
