namespace Trame.Connect.Needs;

/// <summary>One way to reach a person, in the order they wish: « par la boulangère », « le fixe, le matin ».</summary>
public sealed record ContactStep(ContactWay Way, string Where, string GoodHours)
{
    public const int Most = 3;
    public const int WhereLength = 120;
    public const int HoursLength = 60;
}
