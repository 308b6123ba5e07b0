using Trame.Foundation.Ui;

namespace Trame.Act.CitizenDays;

/// <summary>How the team's pages call people who come together, and find them.</summary>
internal static class SignUpWords
{
    /// <summary>First names, or how many they are with the code they hold.</summary>
    public static string Who(this SignUp signUp, Texts texts) => signUp.People.Any(p => p.Name.Length > 0)
        ? string.Join(", ", signUp.People.Select(p => p.Name.Length > 0 ? p.Name : texts["projects.someone"]))
        : $"{texts.Count("days.signed.people", signUp.People.Count)} ({signUp.Code})";

    public static bool AnswersTo(this SignUp signUp, string words) =>
        signUp.People.Any(p => p.Name.Contains(words, StringComparison.CurrentCultureIgnoreCase)) || signUp.Code.Equals(words, StringComparison.OrdinalIgnoreCase);
}
