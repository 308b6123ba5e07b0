using NodaTime;
using NodaTime.Text;

namespace Trame.Deliberate.Debates;

/// <summary>A stretch of time of a debate: a step, held in some way, from a day to a day. Phases may overlap.</summary>
public sealed record DebatePhase(Guid Id, DebateStep Step, DebateMethod Method, string StartsOn, string EndsOn)
{
    public const int Most = 12;

    public LocalDate Start => LocalDatePattern.Iso.Parse(StartsOn).Value;

    public LocalDate End => LocalDatePattern.Iso.Parse(EndsOn).Value;

    public bool HoldsOn(LocalDate day) => Start <= day && day <= End;
}
