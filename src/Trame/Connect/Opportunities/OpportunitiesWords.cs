using System.Globalization;
using System.Text;
using Trame.Engines.Opportunities;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Connect.Opportunities;

/// <summary>The answer for a person.</summary>
internal static class OpportunitiesWords
{
    public static string Write(OpportunityProblem p, OpportunityPlan plan, double seconds)
    {
        var said = new StringBuilder();
        said.AppendLine(Texts.Get("opportunities.said.head", plan.Bundles.Count, Number(plan.Areas.Sum(a => a.Covered)), Number(plan.Areas.Sum(a => a.Weight)), Number(plan.Value), Number(seconds)));
        said.AppendLine(plan.Proved ? Texts.Get("opportunities.said.proved") : Texts.Get("opportunities.said.bound", Number(plan.Bound), plan.Gap.ToString("P1", CultureInfo.CurrentUICulture)));
        if (plan.Guarantee is { } ratio) said.AppendLine(Texts.Get("opportunities.said.guarantee", ratio.ToString("P0", CultureInfo.CurrentUICulture)));
        said.AppendLine();
        foreach (var b in plan.Bundles)
        {
            said.AppendLine(Texts.Get("opportunities.said.bundle", b.Place >= 0 ? p.Places[b.Place].Id : p.Moments[b.Moment].Id, Slot(b.Start, b.Hours), p.Kinds[b.Kind].Id,
                b.Giver >= 0 ? p.Resources[b.Giver].Id : Texts.Get("opportunities.said.held"), string.Join(", ", b.Receivers.Select(n => p.Needs[n].Id))));
            said.AppendLine(Texts.Get("opportunities.said.why", Number(b.Parts.Value), Number(b.Parts.Coverage), Number(b.Parts.Mixing), Number(-b.Parts.Distance), Number(-b.Parts.Effort),
                b.Groups.Count == 0 ? Texts.Get("opportunities.said.not-measurable") : string.Join(", ", b.Groups.Select(g => $"{g.Key} {g.Value}"))));
        }
        if (plan.Missing.Count > 0) said.AppendLine().AppendLine(Texts.Get("opportunities.said.missing"));
        foreach (var m in plan.Missing)
            said.AppendLine(Texts.Get($"opportunities.lacks.{EnumWords.Write(m.Lacks)}", p.Kinds[m.Kind].Id, Slot(m.Start, p.Kinds[m.Kind].Hours), m.Place >= 0 ? p.Places[m.Place].Id : p.Resources[m.Giver].Id, m.Equipment ?? "", m.Lacking, m.Needs.Count, Number(m.Unlocks)));
        if (plan.Areas.Count > 0) said.AppendLine().AppendLine(Texts.Get("opportunities.said.areas"));
        foreach (var a in plan.Areas) said.AppendLine($"  {a.Area} : {a.Share.ToString("P0", CultureInfo.CurrentUICulture)}");
        return said.ToString();
    }

    private static string Slot(int start, int hours) =>
        $"{CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName((DayOfWeek)((start / 24 + 1) % 7))} {Texts.Get("opportunities.said.hours", start % 24, start % 24 + hours)}";

    private static string Number(double number) => number.ToString("0.##", CultureInfo.CurrentUICulture);
}
