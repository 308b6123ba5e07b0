using Trame.Connect.Needs;
using Trame.Foundation.Ui;

namespace Trame.Connect.Opportunities;

/// <summary>An opportunity as it is told: built from facts, counts below the secrecy threshold never said (R5).</summary>
/// <param name="Receivers">How many would come; never shown as such, see <see cref="People"/>.</param>
/// <param name="Gives">Somebody offers to lead or lend.</param>
/// <param name="Frozen">Somebody found something wrong: a human looks first.</param>
public sealed record OpportunityCard(Opportunity Opportunity, HelpKind Kind, string Place, string? PlacePath, string Commune, int Receivers, bool Gives, bool Frozen, int Threshold)
{
    public string When => Texts.Get("opportunities.when", WeekSlots.Day(Opportunity.Start / 24), Opportunity.Start % 24, (Opportunity.Start % 24) + Opportunity.Hours);

    /// <summary>« Cuisiner et manger ensemble, le jeudi : Cuisine partagée des Cèdres ».</summary>
    public string Title => Texts.Get("opportunities.title", Kind.Moment, WeekSlots.Day(Opportunity.Start / 24), Place);

    /// <summary>« 12 personnes », or « moins de 11 personnes ».</summary>
    public string People => Receivers >= Threshold ? Texts.CountOf("opportunities.people", Receivers) : Receivers == 0 ? Texts.Get("opportunities.people.none") : Texts.Get("opportunities.people.few", Threshold);

    /// <summary>Why this, here: each is a fact.</summary>
    public IReadOnlyList<string> Reasons
    {
        get
        {
            var o = Opportunity;
            List<string> said = [];
            if (o.MomentId is not null) said.Add(Texts.Get("opportunities.reason.moment"));
            else if (o.PlaceId is not null || o.PremisesId is not null) said.Add(Texts.Get("opportunities.reason.idle", WeekSlots.Day(o.Start / 24), o.Start % 24, (o.Start % 24) + o.Hours));
            if (Gives) said.Add(Texts.Get(o.PlaceId is null && o.PremisesId is null && o.MomentId is null ? "opportunities.reason.giver.alone" : "opportunities.reason.giver"));
            if (Receivers > 0) said.Add(Texts.Get("opportunities.reason.people", People, Foundation.Text.PlainNumbers.Distance(o.WithinMetres, System.Globalization.CultureInfo.CurrentUICulture)));
            return said;
        }
    }

    public string? Missing => Opportunity.Lacks is { } lacks ? Texts.Get($"opportunities.missing.{Foundation.Data.EnumWords.Write(lacks)}", Opportunity.Lacking, Opportunity.Equipment.Length > 0 ? Texts.Get($"opportunities.equipment.{Opportunity.Equipment}") : "") : null;
}
