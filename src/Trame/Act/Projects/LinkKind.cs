namespace Trame.Act.Projects;

/// <summary>What a project is tied to; « project » is the one it follows.</summary>
public enum LinkKind { Place, Moment, Run, Project }
