using System.Numerics;

namespace Trame.Engines.Tests.Sortition;

/// <summary>An exact rational number: the oracle makes no rounding error.</summary>
internal readonly struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger _below; // 0 in a default value stands for 1

    public Fraction(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below) * below.Sign;
        (Above, _below) = (above / common, below / common);
    }

    public BigInteger Above { get; }

    public BigInteger Below => _below.IsZero ? 1 : _below;

    public static implicit operator Fraction(int whole) => new(whole, 1);

    public static explicit operator double(Fraction f) => (double)f.Above / (double)f.Below;

    public static Fraction operator +(Fraction a, Fraction b) => new(a.Above * b.Below + b.Above * a.Below, a.Below * b.Below);

    public static Fraction operator -(Fraction a, Fraction b) => new(a.Above * b.Below - b.Above * a.Below, a.Below * b.Below);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Above * b.Above, a.Below * b.Below);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Above * b.Below, a.Below * b.Above);

    public int Sign => Above.Sign;

    public int CompareTo(Fraction other) => (this - other).Sign;
}
