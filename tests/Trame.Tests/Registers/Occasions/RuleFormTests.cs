using Trame.Registers.Occasions;

namespace Trame.Tests.Registers.Occasions;

public sealed class RuleFormTests
{
    public static TheoryData<RuleForm> Forms() =>
    [
        new RuleForm("once", [], 1, "", ""),
        new RuleForm("weekly", ["MO", "TH"], 1, "2027-06-30", ""),
        new RuleForm("weekly", ["TH"], 1, "", "") { NotOnPublicHolidays = true },
        new RuleForm("fortnightly", ["TH"], 1, "", "24/12/2026, 31/12/2026") { NotOnPublicHolidays = true, NotInSchoolHolidays = true },
        new RuleForm("monthly", ["TU"], -1, "", "") { NotInSchoolHolidays = true },
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_comes_back_as_it_was_sent(RuleForm form)
    {
        var again = RuleForm.From(form.ToRule());
        (again with { Days = [] }).ShouldBe(form with { Days = [] });
        again.Days.ShouldBe(form.Days);
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY")]
    [InlineData("RRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=TH")]
    [InlineData("RRULE:FREQ=WEEKLY;COUNT=5;BYDAY=TH")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=1,15")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=TH\nRDATE:20261224T100000")]
    public void What_the_form_cannot_say_is_left_to_the_text(string rule) => RuleForm.From(rule).Rhythm.ShouldBe("other");
}
