using System.Globalization;
using NodaTime;

namespace Trame.Foundation.Ui;

/// <summary>Invented figures for the style page, the same at every visit.</summary>
internal static class StyleSamples
{
    private static readonly string[] Communes =
    [
        "Bagneux", "Montilly", "Villeneuve", "Trévol", "Aurouër", "Saint-Ennemond", "Lucenay", "Gennetines", "Chapeau", "Coulandon", "Neuvy", "Avermes", "Moulins", "Yzeure", "Montbeugny",
        "Thiel", "Chevagnes", "Gannay", "Paray", "Beaulon", "Garnat", "La Chapelle", "Marigny", "Souvigny", "Besson", "Bressolles", "Toulon", "Bessay", "Gouise", "Lusigny", "Chézy", "Dornes",
        "Limoise", "Lurcy", "Pouzy", "Couzon", "Aubigny", "Saint-Léopardin", "Le Veurdre", "Château", "Agonges", "Autry", "Saint-Menoux", "Noyant",
    ];

    private const string Ranks = "331112043042302034402444313034121034132310442144"; // classes of the cells, row by row

    public static ChoroplethView Map { get; } = new("carte-modele", "Besoins sans réponse pour 1 000 habitants, par commune",
        "Les communes du centre et du sud-ouest ont le plus de besoins sans réponse ; celles de l'est en ont peu.", 710, 424, [.. Cells()])
    {
        Points = [.. Enumerable.Range(0, 26).Select(i => new ChoroplethView.Point(40 + (i * 197 % 630), 32 + (i * 131 % 360), i % 9 == 4 ? 5 : 1))],
        PointLegend = "occasion de lien",
        Legend = [new("0", "0"), new("1", "1–2"), new("2", "3"), new("3", "4–5"), new("4", "6 et plus"), new(ChoroplethView.Masked, "moins de 11 : masqué"), new(ChoroplethView.NoData, "pas de donnée")],
        Note = "Contours approximatifs.",
    };

    public static WeekHeatView Week { get; } = new("Lieux ouverts, heure par heure, une semaine ordinaire",
        [.. (((string Label, string Short)[])[("Lundi", "Lu"), ("Mardi", "Ma"), ("Mercredi", "Me"), ("Jeudi", "Je"), ("Vendredi", "Ve"), ("Samedi", "Sa"), ("Dimanche", "Di")])
            .Select((d, i) => new WeekHeatView.Day(d.Label, d.Short, [.. Enumerable.Range(0, 24).Select(h => Hour(i, h))], i == 6 ? "un seul lieu, de 10 h à 12 h" : "rien d'ouvert avant 8 h ni après 20 h"))],
        ["rien d'ouvert", "1 à 3 lieux", "4 à 9", "10 à 19", "20 et plus"]) { Note = "Ni jour férié ni vacances. 14 lieux sans horaires connus ne comptent pas." };

    public static SparklineView Spark { get; } = new("Besoins sans réponse, de juin à novembre : de 24 à 37, en hausse",
        [new("juin", 24, "24"), new("juillet", 26, "26"), new("août", null, ""), new("septembre", 29, "29"), new("octobre", 31, "31"), new("novembre", 37, "37")]);

    public static BarChartView Bars { get; } = new("Qui pourra être tiré : la chance la plus basse", "Catégorie", "Chance la plus basse",
        [new("18–24 ans", 14.3, "14,3 %"), new("75 ans et plus", 6.9, "6,9 %"), new("sans diplôme", 14.7, "14,7 %"), new("communes du nord", 18.2, "18,2 %"), new("moins de 11 réponses", null, "masqué")]) { Full = 20 };

    public static IReadOnlyList<StepView> Steps { get; } =
        [new("Objet concret", StepState.Done), new("Options ouvertes", StepState.Done), new("Débat", StepState.Current, "jusqu'au 12 décembre"), new("Contradictions", StepState.ToCome), new("Arbitrage", StepState.ToCome), new("Réponse", StepState.ToCome)];

    public static IReadOnlyList<HistoryEntry> History { get; } =
        [new("20 novembre 2026", "2026-11-20", "Horaires vérifiés sur place", "Danielle, mairie d'Yzeure"), new("3 octobre 2026", "2026-10-03", "Convention signée avec le bailleur", Why: "La salle est prêtée le jeudi.", Tie: true), new("12 mai 2026", "2026-05-12", "Lieu proposé par une habitante")];

    public static MonthView Month { get; } = new(new YearMonth(2026, 12), new LocalDate(2026, 12, 3), "#mois", "#mois",
        [new(new(2026, 12, 3), "10 h · Cuisiner aux Cèdres", "#mois"), new(new(2026, 12, 5), "9 h · Journée citoyenne", "#mois"), new(new(2026, 12, 5), "14 h · Jardin", "#mois"), new(new(2026, 12, 15), "18 h · Signature du bail", "#mois", Tie: true)]);

    private static WeekHeatView.Hour Hour(int day, int hour)
    {
        var level = day == 6 ? (hour is 10 or 11 ? 1 : 0) : hour is < 8 or > 19 ? 0 : day == 5 ? (hour < 13 ? 2 : 1) : hour is 12 or 13 ? 2 : hour is 8 or 18 or 19 ? 1 : hour is 10 or 15 or 16 ? 4 : 3;
        return new(level, level == 0 ? "rien" : $"de l'ordre de {level * 6}");
    }

    private static IEnumerable<ChoroplethView.Area> Cells()
    {
        const int Columns = 8, Rows = 6;
        for (var i = 0; i < Columns * Rows; i++)
        {
            var (x, y) = (i % Columns, i / Columns);
            var (a, b, c, d) = (Corner(x, y), Corner(x + 1, y), Corner(x + 1, y + 1), Corner(x, y + 1));
            var css = i == 30 ? ChoroplethView.Masked : i == 47 ? ChoroplethView.NoData : Ranks[i].ToString();
            var label = i < Communes.Length ? Communes[i] : $"Commune {i + 1}";
            yield return new($"c{i}", label, $"M{a}L{b}L{c}L{d}Z", css, css switch { ChoroplethView.Masked => "masqué", ChoroplethView.NoData => "pas de donnée", var rank => $"{rank} pour 1 000" }, "#territoire");
        }
    }

    private static string Corner(int x, int y) =>
        string.Create(CultureInfo.InvariantCulture, $"{24 + (x * 82) + (((x * 37) + (y * 53)) % 23) - 11} {14 + (y * 66) + (((x * 41) + (y * 29)) % 19) - 9}");
}
