using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GmConnect.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SafeguardsAndReplay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Consulted",
                table: "StandingFacts",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "JudgedBy",
                table: "StandingFacts",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Act",
                table: "AccessEntry",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wanted",
                table: "AccessEntry",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Consulted",
                table: "StandingFacts");

            migrationBuilder.DropColumn(
                name: "JudgedBy",
                table: "StandingFacts");

            migrationBuilder.DropColumn(
                name: "Act",
                table: "AccessEntry");

            migrationBuilder.DropColumn(
                name: "Wanted",
                table: "AccessEntry");
        }
    }
}
