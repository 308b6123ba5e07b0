namespace Trame.Act.Projects;

/// <summary>What a project is tied to, or the project tied to what is shown: named, with its page.</summary>
/// <param name="Id">Of the other end.</param>
/// <param name="Path">Its page, inside the space.</param>
/// <param name="Forward">The project names it; otherwise it is named by that project.</param>
public sealed record ProjectTie(Guid Id, LinkKind Kind, string Name, string Path, bool Forward);
