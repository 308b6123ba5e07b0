namespace Trame.Connect.Needs;

/// <summary>Who may read a name and how to reach it.</summary>
public enum WhoSees
{
    /// <summary>Those who take care of requests: coordinators and counter agents.</summary>
    Team,

    /// <summary>The coordinator alone.</summary>
    Coordinator,
}
