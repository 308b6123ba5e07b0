using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>A person says what to call them, in which language, and how to reach them, first the way they prefer. All of it may stay empty but the name.</summary>
public sealed class DescribeMyself(TrameDb db, Rights rights)
{
    public const int MostContacts = 5;

    public static IReadOnlyList<string> ContactKinds { get; } = ["landline", "mobile", "sms", "visit", "paper", "relay", "mail"];

    public sealed record Request(string DisplayName, string Language, IReadOnlyList<ContactChannel> Contacts);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PeopleActs.BeMyself) || actor.PersonId is not { } id) return Refusal.NotAllowed;
        var person = await db.Set<Person>().SingleAsync(p => p.Id == id, stop);
        var contacts = request.Contacts.Where(c => c.Value.Trim().Length + c.GoodHours.Trim().Length > 0).Select(c => new ContactChannel(c.Kind, c.Value.Trim(), c.GoodHours.Trim())).ToList();
        var outcome = person.Rename(request.DisplayName).And(Outcome.Of(Reasons(request, contacts)));
        if (!outcome.Accepted) return outcome;
        person.Speak(request.Language);
        person.ReachBy(contacts);
        return await db.Save(stop);
    }

    private static IEnumerable<Refusal> Reasons(Request request, List<ContactChannel> contacts)
    {
        if (!Texts.Known.Contains(request.Language)) yield return new Refusal("people.language.unknown", nameof(request.Language));
        if (contacts.Count > MostContacts) yield return new Refusal("people.contact.many", nameof(request.Contacts), $"{MostContacts}");
        if (contacts.Exists(c => !ContactKinds.Contains(c.Kind))) yield return new Refusal("people.contact.kind", nameof(request.Contacts));
        if (contacts.Exists(c => c.Value.Length > 120 || c.GoodHours.Length > 120)) yield return new Refusal("people.contact.long", nameof(request.Contacts), "120");
    }
}
