using Trame.Registers.Occasions;

namespace Trame.Act.Commons;

/// <summary>A commons in a list.</summary>
/// <param name="Late">What should have been looked after by now.</param>
public sealed record CommonLine(Occasion Occasion, CommonGood Good, int Late);
