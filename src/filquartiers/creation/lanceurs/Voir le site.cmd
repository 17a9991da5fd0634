@echo off
rem Un double-clic ouvre le site dans le navigateur.
setlocal DisableDelayedExpansion
chcp 65001 >nul
set "PYTHONUTF8=1"
set "PYTHON=@PYTHON@"
set "PROGRAMME=@PROGRAMME@"
if not exist "%PYTHON%" set "PYTHON=py"
echo Le site va s’ouvrir dans votre navigateur. Gardez cette fenêtre ouverte ; Ctrl-C, ou la fermer, arrête l’aperçu.
if not exist "%PROGRAMME%" (
  echo Le programme n’est plus dans "%PROGRAMME%" : s’il a été déplacé, ou si ce dossier vient d’un autre ordinateur, allez dans le dossier du programme et tapez : py src\filquartiers new raccourcis --projet "%~dp0."
  pause
  exit /b 2
)
"%PYTHON%" @APPEL@ @VOIR@ --projet "%~dp0."
if errorlevel 1 (
  echo.
  echo Le site n’a pas pu s’ouvrir : la raison est écrite au-dessus.
  pause
)
