namespace Trame.Act.Projects;

/// <summary>What may be done with a project beyond describing it.</summary>
public static class ProjectActs
{
    public static readonly Foundation.Web.Act Advance = new("project.advance", "coordinator", "counter-agent", "host");
}
