using NodaTime;
using Trame.Foundation.Spaces;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Foundation.Privacy;

/// <summary>What is kept about people, for how long and why, as the purge obeys it; and who answers for it.</summary>
public sealed class ConfidentialityPage : TramePage
{
    public IReadOnlyList<RetentionRule> Rules => Retention.All;

    public SpaceSettings Settings => Here.Settings;

    public void OnGet() { }

    public static string HowLong(RetentionRule rule) => rule.HowLong switch
    {
        null => Texts.Get($"privacy.rule.{rule.Key}.until"),
        var period => $"{Length(period)} {Texts.Get($"privacy.rule.{rule.Key}.from")}",
    };

    private static string Length(Period period) =>
        period.Years > 0 ? Texts.CountOf("privacy.years", period.Years) : period.Months > 0 ? Texts.CountOf("privacy.months", period.Months) : Texts.CountOf("privacy.days", period.Days);
}
