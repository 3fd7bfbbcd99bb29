using StudyGroup.Identity;
using Xunit;

namespace StudyGroup.Tests.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("read-together-1")]
    [InlineData("no capital, no digit")]
    [InlineData("пароль-на-вечер")]
    [InlineData("🐟🐟🐠🐟🐡")]
    public void Length_is_what_counts(string password) => Assert.True(PasswordRules.Check(password).Succeeded);

    [Theory]
    [InlineData("short12")]
    [InlineData("")]
    public void Fewer_than_eight_characters_are_refused(string password) => Assert.False(PasswordRules.Check(password).Succeeded);

    [Fact]
    public void Two_hundred_and_fifty_six_characters_are_the_most()
    {
        Assert.True(PasswordRules.Check(string.Concat(Enumerable.Repeat("abcd efg", 32))).Succeeded);
        Assert.Equal("too-long", PasswordRules.Check(string.Concat(Enumerable.Repeat("abcd efg", 32)) + "h").Error?.Code);
    }

    [Theory]
    [InlineData("Password1")]
    [InlineData("PASSWORD")]
    [InlineData("iloveyou")]
    [InlineData("12345678")]
    [InlineData("qwertyui")]
    [InlineData("aaaaaaaaaa")]
    [InlineData("studygroup")]
    public void What_is_tried_first_is_refused(string password) => Assert.False(PasswordRules.Check(password).Succeeded);

    [Fact]
    public void One_s_own_name_and_address_are_refused()
    {
        Assert.False(PasswordRules.Check("ana@example.org", "ana@example.org", "Anastasia").Succeeded);
        Assert.False(PasswordRules.Check("anastasia", "ana@example.org", "Anastasia").Succeeded);
    }
}
