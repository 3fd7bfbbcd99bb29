using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudyGroup.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReadingOpensSections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OpensByReading",
                table: "ShelfItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "OpensByReading",
                table: "ShelfItems");
        }
    }
}
