using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Foundation.Web;

/// <summary>What went wrong, for a program and for whoever reads its journal (RFC 9457): a title and a sentence in the language that was asked.</summary>
public static class ApiProblem
{
    public static IResult Of(int status, string textKey, params object?[] args) =>
        Results.Problem(Texts.Get(textKey, args), statusCode: status, title: Texts.Get($"api.problem.{status}"), type: $"https://www.rfc-editor.org/rfc/rfc9110#status.{status}");

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "api.problem.nothing");

    /// <summary>Every reason at once, by the field it is about.</summary>
    public static IResult Refused(IReadOnlyList<Refusal> refusals, int status = StatusCodes.Status422UnprocessableEntity) => Results.Problem(
        string.Join(' ', refusals.Select(Sentence)), statusCode: status, title: Texts.Get($"api.problem.{status}"), type: $"https://www.rfc-editor.org/rfc/rfc9110#status.{status}",
        extensions: new Dictionary<string, object?> { ["errors"] = refusals.GroupBy(r => r.Field ?? "").ToDictionary(g => g.Key, g => g.Select(Sentence).ToArray()) });

    private static string Sentence(Refusal refusal) => Texts.Get(refusal.TextKey, [.. refusal.Args]);
}
