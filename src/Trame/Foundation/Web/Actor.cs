using Trame.Foundation.Data;
using Trame.Foundation.Facts;

namespace Trame.Foundation.Web;

/// <summary>Who is asking: nobody in particular, a person with their roles, or the command line.</summary>
public sealed record Actor(Guid? PersonId, string Name, IReadOnlySet<(string Role, Guid? Scope)> Roles, Channel Channel)
{
    public static readonly Actor Anyone = new(null, "", new HashSet<(string, Guid?)>(), Channel.Online);

    /// <summary>The person who holds the machine: they already own the file, so nothing is hidden from them.</summary>
    public static readonly Actor Machine = new(null, "trame", new HashSet<(string, Guid?)> { ("operator", null), ("coordinator", null) }, Channel.Import);

    public bool IsSignedIn => PersonId is not null;

    public bool Is(string role, Guid? scope = null) => Roles.Contains((role, null)) || (scope is not null && Roles.Contains((role, scope)));

    public Author As(string reason = "") => new(PersonId, Name.Length == 0 ? "—" : Name, reason) { Channel = EnumWords.Write(Channel) };
}
