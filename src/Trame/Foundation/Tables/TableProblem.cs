namespace Trame.Foundation.Tables;

/// <summary>What is wrong, or was put right, in words of <c>Texts.resx</c>. <see cref="Args"/> fill the sentence in order.</summary>
public sealed record TableProblem(string TextKey, params object[] Args);
