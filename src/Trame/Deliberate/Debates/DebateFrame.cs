using NodaTime;

namespace Trame.Deliberate.Debates;

/// <summary>What a debate is about and how it will be held: all that must be said before it opens.</summary>
/// <param name="Object">The concrete thing: « un ralentisseur devant l’école », never « la sécurité ».</param>
/// <param name="Decided">What is decided already and will not be talked over.</param>
/// <param name="Promise">What will be done with the result, in a sentence.</param>
/// <param name="AnswerDays">Days between the decision and the reasoned answer.</param>
/// <param name="HelpCents">What is set aside so that nobody is kept out: childcare, transport, sign language; zero is an answer, null is none.</param>
public sealed record DebateFrame(
    string Object, string Place, double? Latitude, double? Longitude, IReadOnlyList<DebateOption> Options, string Decided, string DeciderName, string DeciderRole, LocalDate? DecidesOn,
    Delegation? Delegation, string Promise, int AnswerDays, IReadOnlyList<DebatePhase> Phases, long? HelpCents, string HelpNote, DebateIdentity Identity, UserFigure Figure, string StartedBy)
{
    public const int ShortLength = 150;
    public const int TextLength = 500;
    public const int UsualAnswerDays = 30;
    public const int MostAnswerDays = 90;

    public static DebateFrame Empty { get; } = new("", "", null, null, [], "", "", "", null, null, "", UsualAnswerDays, [], null, "", DebateIdentity.None, UserFigure.Citizen, "");
}
