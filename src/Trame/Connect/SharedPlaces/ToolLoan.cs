using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Connect.SharedPlaces;

/// <summary>A tool is out, with somebody, until a day. Nobody is fined: who is late is asked.</summary>
public sealed class ToolLoan
{
    public const int MostDays = 60;

    private ToolLoan() { }

    public ToolLoan(Guid toolId, string name, string reach, LocalDate lentOn, LocalDate dueOn) => (ToolId, Name, Reach, LentOn, DueOn) = (toolId, name, reach, lentOn, dueOn);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ToolId { get; private set; }
    public string Name { get; private set; } = "";
    public string Reach { get; private set; } = "";
    public LocalDate LentOn { get; private set; }
    public LocalDate DueOn { get; private set; }
    public LocalDate? ReturnedOn { get; private set; }
    public bool Broken { get; private set; }
    public int Version { get; private set; } = 1;

    public Outcome Return(LocalDate day, bool broken)
    {
        if (ReturnedOn is not null) return Refusal.Conflict;
        (ReturnedOn, Broken) = (day, broken);
        Version++;
        return Outcome.Done;
    }

    public void Forget() => (Name, Reach) = ("", "");
}
