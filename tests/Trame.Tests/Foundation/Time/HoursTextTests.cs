using System.Globalization;
using Trame.Foundation.Time;

namespace Trame.Tests.Foundation.Time;

public sealed class HoursTextTests
{
    private static readonly CultureInfo French = new("fr");
    private static readonly CultureInfo English = new("en");

    [Theory]
    [InlineData("Mo,Tu,Th 09:00-12:00,13:30-17:00", "Lundi, mardi et jeudi de 9 h à 12 h et de 13 h 30 à 17 h", "Monday, Tuesday and Thursday from 9:00 to 12:00 and from 13:30 to 17:00")]
    [InlineData("Mo-Fr 08:00-18:00; Tu 09:00-12:00; PH off", "Lundi et du mercredi au vendredi de 8 h à 18 h. Mardi de 9 h à 12 h. Fermé les jours fériés", "Monday and Wednesday to Friday from 8:00 to 18:00. Tuesday from 9:00 to 12:00. Closed on public holidays")]
    [InlineData("week 01-53/2 We 10:00-12:00", "Les semaines impaires, mercredi de 10 h à 12 h", "In odd weeks, Wednesday from 10:00 to 12:00")]
    [InlineData("week 02-52/2 We 10:00-12:00", "Les semaines paires, mercredi de 10 h à 12 h", "In even weeks, Wednesday from 10:00 to 12:00")]
    [InlineData("week 10-20/2 We 10:00-12:00", "Une semaine sur deux, des semaines 10 à 20, mercredi de 10 h à 12 h", "Every other week, from week 10 to week 20, Wednesday from 10:00 to 12:00")]
    [InlineData("Tu[1] 14:00-16:00", "Le 1er mardi du mois de 14 h à 16 h", "The first Tuesday of the month from 14:00 to 16:00")]
    [InlineData("Th[1,3] 14:00-16:00", "Le 1er et le 3e jeudi du mois de 14 h à 16 h", "The first and the third Thursday of the month from 14:00 to 16:00")]
    [InlineData("We[-1] 14:00-16:00", "Le dernier mercredi du mois de 14 h à 16 h", "The last Wednesday of the month from 14:00 to 16:00")]
    [InlineData("2026 Dec 24-26 off \"congés\"", "Fermé du 24 au 26 décembre 2026 (congés)", "Closed from 24 to 26 December 2026 (congés)")]
    [InlineData("Jul 14-Aug 31 Mo-Fr 10:00-12:00", "Du 14 juillet au 31 août, du lundi au vendredi de 10 h à 12 h", "From 14 July to 31 August, Monday to Friday from 10:00 to 12:00")]
    [InlineData("Sep-Jun 10:00-12:00", "De septembre à juin, de 10 h à 12 h", "From September to June, from 10:00 to 12:00")]
    [InlineData("Dec 25 off", "Fermé le 25 décembre", "Closed on 25 December")]
    [InlineData("Aug off", "Fermé en août", "Closed in August")]
    [InlineData("24/7", "Tous les jours, 24 heures sur 24", "Every day, 24 hours a day")]
    [InlineData("off", "Fermé", "Closed")]
    [InlineData("17:00+", "Tous les jours à partir de 17 h", "Every day from 17:00 on")]
    [InlineData("Sa 18:00-24:00", "Samedi de 18 h à minuit", "Saturday from 18:00 to midnight")]
    [InlineData("Mo 10:00-12:00 || \"sur rendez-vous\"", "Lundi de 10 h à 12 h. Sinon, sur rendez-vous", "Monday from 10:00 to 12:00. Otherwise, sur rendez-vous")]
    [InlineData("SH Mo-Fr 14:00-18:00", "Du lundi au vendredi pendant les vacances scolaires de 14 h à 18 h", "Monday to Friday in school holidays from 14:00 to 18:00")]
    [InlineData("easter +1 day off", "Fermé le lendemain de Pâques", "Closed the day after Easter")]
    [InlineData("easter -2 days-easter +1 day off", "Fermé entre le 2e jour avant Pâques et le lendemain de Pâques", "Closed between 2 days before Easter and the day after Easter")]
    [InlineData("PH -1 day 09:00-11:00", "La veille des jours fériés de 9 h à 11 h", "The day before public holidays from 9:00 to 11:00")]
    [InlineData("Mo[1] +1 day 09:00-11:00", "Le lendemain du 1er lundi du mois de 9 h à 11 h", "The day after the first Monday of the month from 9:00 to 11:00")]
    [InlineData("We off; Mar Su[-1]-Oct Su[-1] We 10:00-12:00", "Fermé le mercredi. Du dernier dimanche de mars au dernier dimanche d'octobre, mercredi de 10 h à 12 h", "Closed on Wednesday. From last Sunday of March to last Sunday of October, Wednesday from 10:00 to 12:00")]
    public void Hours_are_said_in_two_languages(string hours, string french, string english)
    {
        var parsed = OpeningHours.Parse(hours).Require();
        HoursText.Describe(parsed, French).Replace('\u00A0', ' ').ShouldBe(french);
        HoursText.Describe(parsed, English).ShouldBe(english);
    }

    [Theory]
    [InlineData("09:00 - 12:00 / 13:30 - 17:00", "09:00-12:00 13:30-17:00")]
    [InlineData("9h-12h et 14h-18h30", "09:00-12:00 14:00-18:30")]
    [InlineData("de 9 h à midi, 14 h 15 – 18.00", "09:00-12:00 14:15-18:00")]
    [InlineData("0900-1200", "09:00-12:00")]
    [InlineData("20h à minuit", "20:00-24:00")]
    [InlineData("24h/24", "00:00-24:00")]
    [InlineData("fermé", "")]
    [InlineData("FERME", "")]
    [InlineData(" - ", "")]
    [InlineData("", "")]
    public void Hours_as_people_write_them_are_understood(string typed, string spans) =>
        string.Join(' ', HumanHours.ParseDay(typed).Require().Spans.Select(s => $"{s.From}-{s.To}")).ShouldBe(spans);

    [Theory]
    [InlineData("9h", 1)]
    [InlineData("9h-12h 14h-18h", 1)]
    [InlineData("9h-12h et sur rendez-vous", 11)]
    [InlineData("9h-25h", 1)]
    [InlineData("9h60-12h", 1)]
    public void What_is_not_understood_is_shown(string typed, int column) => HumanHours.ParseDay(typed).Error!.Column.ShouldBe(column);

    [Fact]
    public void A_number_never_parts_from_its_hour() =>
        HoursText.Describe(OpeningHours.Parse("Mo 09:30-12:00").Require(), French).ShouldBe("Lundi de 9\u00A0h\u00A030 à 12\u00A0h");

    [Fact]
    public void A_week_of_a_public_file_becomes_opening_hours()
    {
        string[] week = ["09:00 - 12:00 / 13:30 - 17:00", "09:00 - 12:00 / 13:30 - 17:00", "fermé", "09:00 - 12:00 / 13:30 - 17:00", "9h-12h", "", ""];
        HumanHours.ParseWeek(week, closedOnPublicHolidays: true).Require().ToOpeningHours().Require().ToString()
            .ShouldBe("Mo,Tu,Th 09:00-12:00,13:30-17:00; Fr 09:00-12:00; PH off");
        HumanHours.ParseWeek([.. week[..6], "matin"]).Error!.Args[0].ShouldBe("7");
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00; Sa 22:00-02:00; PH off", true)]
    [InlineData("Mo-Fr 08:00-18:00; Tu 09:00-12:00", true)]
    [InlineData("Mo-Fr 08:00-12:00; Tu off", true)]
    [InlineData("09:00-12:00", true)]
    [InlineData("PH off; Mo-Fr 09:00-12:00", false)]
    [InlineData("week 01-53/2 We 10:00-12:00", false)]
    [InlineData("Mo 09:00-10:00,11:00-12:00,13:00-14:00,15:00-16:00", false)]
    [InlineData("Mo 09:00-12:00 \"sonner\"", false)]
    [InlineData("24/7", false)]
    [InlineData("Mo 17:00+", false)]
    public void A_grid_shows_what_it_can_and_no_more(string text, bool representable)
    {
        var hours = OpeningHours.Parse(text).Require();
        WeekGrid.TryFrom(hours, out var grid).ShouldBe(representable);
        if (!representable) return;
        WeekGrid.TryFrom(grid.ToOpeningHours().Require(), out var again).ShouldBeTrue();
        again.ShouldBe(grid);
    }

    [Fact]
    public void A_grid_filled_wrongly_says_on_which_day()
    {
        WeekGrid Tuesday(params GridSpan[] spans) => WeekGrid.Empty with { Days = [GridDay.Closed, new GridDay(spans), .. WeekGrid.Empty.Days.Skip(2)] };
        Tuesday(new GridSpan("9h", "douze")).ToOpeningHours().Error!.ShouldBe(new ParseError("time.grid.time", 2, "douze", []));
        Tuesday(new GridSpan("9h", "")).ToOpeningHours().Error!.ShouldBe(new ParseError("time.grid.half", 2, "9h", []));
        Tuesday(new GridSpan("9h", "12h"), new GridSpan("11h", "13h")).ToOpeningHours().Error!.TextKey.ShouldBe("time.grid.overlap");
        Tuesday(new GridSpan("", ""), new GridSpan("9h", "12h")).ToOpeningHours().Require().ToString().ShouldBe("Tu 09:00-12:00");
        WeekGrid.Empty.ToOpeningHours().Require().ToString().ShouldBe("off");
    }

    [Fact]
    public void Every_text_exists_in_both_languages()
    {
        static HashSet<string> Keys(string language)
        {
            var words = new System.Resources.ResourceManager("Trame.Foundation.Time.Texts", typeof(HoursText).Assembly);
            var set = words.GetResourceSet(new CultureInfo(language), createIfNotExists: true, tryParents: false)!;
            return [.. set.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key)];
        }
        Keys("en").Except(Keys("")).ShouldBeEmpty();
        Keys("").Except(Keys("en")).ShouldBeEmpty();
    }
}
