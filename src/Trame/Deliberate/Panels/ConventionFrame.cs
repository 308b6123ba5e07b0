using NodaTime;

namespace Trame.Deliberate.Panels;

/// <summary>What a convention promises before the first letter leaves.</summary>
/// <param name="Question">What the panel is asked.</param>
/// <param name="Promise">What the decider will do with the answer.</param>
/// <param name="Letters">Letters sent, one per household.</param>
/// <param name="Source">What will be drawn in public to choose the panel.</param>
/// <param name="AllowanceCents">For one session.</param>
/// <param name="Help">Childcare, transport, interpreters: what there is and how to ask.</param>
public sealed record ConventionFrame(
    string Question, string Decider, string Promise, int Seats, int Reserves, int Letters, string Eligibility, LocalDate? AnswersUntil, LocalDate? DrawsOn, string DrawPlace, string Source, long? AllowanceCents, string Help,
    IReadOnlyList<PanelValue> Values)
{
    public const int TextLength = 600;
    public const int ShortLength = 200;
    public const int MostSeats = 250;
    public const int MostLetters = 20_000;
    public static readonly ConventionFrame Empty = new("", "", "", 0, 0, 0, "", null, null, "", "", null, "", []);
}
