using System.Collections.Frozen;
using NodaTime;

namespace Trame.Foundation.Time;

/// <summary>The words of opening_hours, with the longer and French ones that real files hold.</summary>
internal static class HoursVocabulary
{
    public static readonly string[] Days = ["", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    public static readonly string[] Months = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly FrozenDictionary<string, int> DayWords = Table(
        "mo mon monday lu lun lundi", "tu tue tues tuesday ma mardi", "we wed weds wednesday me mer mercredi", "th thu thur thurs thursday je jeu jeudi",
        "fr fri friday ve ven vendredi", "sa sat saturday sam samedi", "su sun sunday di dim dimanche");

    private static readonly FrozenDictionary<string, int> MonthWords = Table(
        "jan january janvier", "feb february fév février", "mar march mars", "apr april avr avril", "may mai", "jun june juin", "jul july juil juillet",
        "aug august août", "sep sept september septembre", "oct october octobre", "nov november novembre", "dec december déc décembre");

    public static IsoDayOfWeek? Day(string word) => DayWords.TryGetValue(word, out var day) ? (IsoDayOfWeek)day : null;

    public static int? Month(string word) => MonthWords.TryGetValue(word, out var month) ? month : null;

    public static OpenState? State(string word) => word switch
    {
        "off" or "closed" or "fermé" => OpenState.Closed,
        "open" or "ouvert" => OpenState.Open,
        "unknown" => OpenState.Unknown,
        _ => null,
    };

    public static bool IsSun(string word) => word is "sunrise" or "sunset" or "dawn" or "dusk";

    private static FrozenDictionary<string, int> Table(params string[] wordsOfEach) =>
        wordsOfEach.SelectMany((words, i) => words.Split(' ').Select(word => (word, number: i + 1)))
            .ToFrozenDictionary(w => w.word, w => w.number, StringComparer.Ordinal);
}
