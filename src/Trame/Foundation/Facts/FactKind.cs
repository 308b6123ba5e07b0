namespace Trame.Foundation.Facts;

/// <summary>The name of what a fact tells, such as <c>moment.held</c>. A room declares the kinds it writes on its door.</summary>
public readonly record struct FactKind(string Key)
{
    public override string ToString() => Key;
}
