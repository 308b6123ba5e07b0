using NodaTime;

namespace Trame.Foundation.Privacy;

/// <summary>How long one kind of data is kept. Words on screen: <c>privacy.rule.{key}</c>, <c>.from</c> and <c>.why</c>; without a length, <c>.until</c> says what ends it.</summary>
public sealed record RetentionRule(string Key, Period? HowLong);
