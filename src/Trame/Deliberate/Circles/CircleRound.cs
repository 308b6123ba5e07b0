namespace Trame.Deliberate.Circles;

/// <summary>A round that is over: how many spoke, how many passed or kept silent, how long it lasted. Nothing of who, nor of what.</summary>
public sealed record CircleRound(int Number, int Spoke, int Silent, int Seconds)
{
    public bool IsSilent => Spoke == 0;
}
