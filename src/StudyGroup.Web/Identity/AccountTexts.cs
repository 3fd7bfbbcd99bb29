namespace StudyGroup.Web.Identity;

/// <summary>Names the interface texts of the account pages.</summary>
public sealed class AccountTexts;
