using System.Numerics;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>Exact numbers for the naive counts: never reduced until compared, nothing shared with the engine.</summary>
internal readonly record struct Fraction(BigInteger Up, BigInteger Down) : IComparable<Fraction>
{
    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Up * b.Down) + (b.Up * a.Down), a.Down * b.Down);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Up * b.Down) - (b.Up * a.Down), a.Down * b.Down);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Up * b.Up, a.Down * b.Down);

    public static Fraction operator /(Fraction a, Fraction b) => b.Up.Sign < 0 ? new(-a.Up * b.Down, -a.Down * b.Up) : new(a.Up * b.Down, a.Down * b.Up);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static Fraction Least(Fraction a, Fraction b) => a > b ? b : a;

    public int CompareTo(Fraction other) => (Up * other.Down).CompareTo(other.Up * Down);

    public Fraction Short() => BigInteger.GreatestCommonDivisor(Up, Down) is var common && common.IsOne ? this : new(Up / common, Down / common);
}
