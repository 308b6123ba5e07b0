using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.People;

/// <summary>
/// Someone with an account: a name to be called by, and nothing else that is required. Holds: no e-mail or phone is required or unique; no field for
/// diagnosis, religion, origin or belonging (R4); no score (R1).
/// </summary>
public sealed class Person
{
    private Person() { }

    public Person(string displayName, string language, Instant at)
    {
        DisplayName = displayName;
        Language = language;
        CreatedAt = LastSeenAt = at;
    }

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string DisplayName { get; private set; } = "";

    /// <summary>How to reach the person, in their own order; may be empty.</summary>
    public List<ContactChannel> Contacts { get; private set; } = [];
    public string Language { get; private set; } = "fr";
    public Instant CreatedAt { get; private set; }
    public Instant LastSeenAt { get; private set; }
    public Instant? ErasedAt { get; private set; }

    public Outcome Rename(string name)
    {
        if (Foundation.Text.Blank.Is(name)) return new Refusal("people.name.missing", nameof(DisplayName));
        if (name.Length > 80) return new Refusal("people.name.long", nameof(DisplayName), "80");
        DisplayName = name.Trim();
        return Outcome.Done;
    }

    public void ReachBy(IEnumerable<ContactChannel> contacts) => Contacts = [.. contacts];

    public void Speak(string language) => Language = language;

    public void Seen(Instant at) => LastSeenAt = at;

    /// <summary>Leaves an empty shell, so that what they did together with others still adds up.</summary>
    public void Erase(Instant at) => (DisplayName, Contacts, ErasedAt) = ("", [], at);
}
