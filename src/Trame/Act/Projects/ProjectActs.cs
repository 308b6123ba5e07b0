namespace Trame.Act.Projects;

/// <summary>What may be done with a project beyond describing it.</summary>
public static class ProjectActs
{
    public static readonly Foundation.Web.Act Advance = new("project.advance", "coordinator", "counter-agent", "host");

    /// <summary>Its wants, what came, its notebook, its links.</summary>
    public static readonly Foundation.Web.Act Run = new("project.run", "coordinator", "counter-agent", "host");

    /// <summary>Promise hands, a skill, a thing: anyone, with or without an account.</summary>
    public static readonly Foundation.Web.Act Pledge = new("project.pledge", "visitor");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Advance, Run, Pledge];
}
